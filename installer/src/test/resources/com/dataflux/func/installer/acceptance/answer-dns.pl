# A name server that gives every name one address. Argument: the address.
use IO::Socket::INET;
my $address = pack("C4", split(/\./, $ARGV[0]));
my $socket = IO::Socket::INET->new(LocalPort => 53, Proto => "udp") or die $!;
while (defined $socket->recv(my $question, 512)) {
    my $type = unpack("n", substr($question, index($question, "\0", 12) + 1, 2));
    my $end = index($question, "\0", 12) + 5;
    my $known = $type == 1;
    my $answer = substr($question, 0, 2) . pack("n5", 0x8180, 1, $known ? 1 : 0, 0, 0) . substr($question, 12, $end - 12);
    $answer .= pack("n3Nn", 0xc00c, 1, 1, 60, 4) . $address if $known;
    $socket->send($answer);
}
