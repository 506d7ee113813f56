# Answers every HTTP request the same. Arguments: port, status, headers.
use IO::Socket::INET;
my ($port, $status, @headers) = @ARGV;
my $listening = IO::Socket::INET->new(LocalPort => $port, Listen => 5, ReuseAddr => 1) or die $!;
while (my $caller = $listening->accept) {
    while (<$caller>) { last if /^\r?\n/ }
    print $caller join("\r\n", "HTTP/1.1 $status", @headers, "Content-Length: 0", "Connection: close", "", "");
    close $caller;
}
