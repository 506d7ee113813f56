-- Drops what waits in a list and tells those who wait for it.
-- ARGV: queue, seconds to keep results. Answers how many tasks were dropped.
local list = P .. 'workerQueue@' .. ARGV[1]
local tasks = redis.call('LRANGE', list, 0, -1)
redis.call('DEL', list)
for _, task in ipairs(tasks) do
  local id, attempt, server =
    string.match(task, '^{"id":"([^"]+)","attempt":(%d+),"queue":%d,"replyTo":"([^"]*)",')
  if id then
    local result = '{"id":"' .. id .. '","status":"CLEARED","attempt":' .. attempt ..
      ',"einfoText":"The queue was cleared while this task waited."}\nnull'
    fail(task, id, server, result, ARGV[2])
  end
end
return #tasks
