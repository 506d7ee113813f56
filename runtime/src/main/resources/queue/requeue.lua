-- Puts one dead letter back into its list, attempts counted anew.
-- ARGV: task id. Answers 1, or 0 where there is no such dead letter.
for _, letter in ipairs(redis.call('LRANGE', P .. 'deadLetters', 0, -1)) do
  local task = string.match(letter, '^[^\n]*\n(.*)$')
  local id, queue = string.match(task or '', '^{"id":"([^"]+)","attempt":%d+,"queue":(%d),')
  if id == ARGV[1] then
    redis.call('LREM', P .. 'deadLetters', 1, letter)
    redis.call('DEL', P .. 'result@' .. id)
    redis.call('RPUSH', P .. 'workerQueue@' .. queue, (string.gsub(task, '"attempt":%d+', '"attempt":1', 1)))
    return 1
  end
end
return 0
