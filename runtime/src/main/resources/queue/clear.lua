-- Drops what waits in a list and tells those who wait for it.
-- ARGV: queue, seconds to keep results. Answers how many tasks were dropped.
redis.replicate_commands()
local P = 'DataFluxFunc-worker#'
local list = P .. 'workerQueue@' .. ARGV[1]
local tasks = redis.call('LRANGE', list, 0, -1)
redis.call('DEL', list)
for _, task in ipairs(tasks) do
  local id, attempt, server =
    string.match(task, '^{"id":"([^"]+)","attempt":(%d+),"queue":%d,"replyTo":"([^"]*)",')
  if id then
    local result = '{"id":"' .. id .. '","status":"CLEARED","attempt":' .. attempt ..
      ',"einfoText":"The queue was cleared while this task waited."}\nnull'
    redis.call('RPUSH', P .. 'records', task .. '\n' .. result)
    local heard = 0
    if server ~= '' then heard = redis.call('PUBLISH', P .. 'results@' .. server, result) end
    if heard == 0 then redis.call('SETEX', P .. 'result@' .. id, ARGV[2], result) end
  end
end
return #tasks
