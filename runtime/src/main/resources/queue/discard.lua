-- Drops one dead letter.
-- ARGV: task id. Answers 1, or 0 where there is no such dead letter.
for _, letter in ipairs(redis.call('LRANGE', P .. 'deadLetters', 0, -1)) do
  if string.match(letter, '^[^\n]*\n{"id":"([^"]+)"') == ARGV[1] then
    return redis.call('LREM', P .. 'deadLetters', 1, letter)
  end
end
return 0
