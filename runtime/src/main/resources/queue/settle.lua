-- Settles tasks of a worker's lease and fills the lease from the lists, first list first.
-- ARGV: worker, capacity, queues with commas, then for each settled task: lease field, task id, server that waits
-- ('' for none), flags (F: failed, K: keep), result, what is recorded of it ('' for no record), seconds to keep it.
-- Answers how many were still leased to this worker, then the tasks it now has in addition.
local worker, capacity = ARGV[1], tonumber(ARGV[2])
local lease = P .. 'lease@' .. worker
local settled = 0
for i = 4, #ARGV, 7 do
  local field, id, server, flags, result = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4]
  local kept, seconds = ARGV[i + 5], ARGV[i + 6]
  local task = kept ~= '' and redis.call('HGET', lease, field)
  if redis.call('HDEL', lease, field) == 1 then
    settled = settled + 1
    count(string.find(flags, 'F', 1, true) and 'failed' or 'ok')
    if task then record(task, kept) end
    local heard = 0
    if server ~= '' then
      local message = result
      -- Redis drops a listener that lags behind by some megabytes: a large result is fetched instead.
      if #result > 1048576 then
        redis.call('SETEX', P .. 'result@' .. id, 60, result)
        message = id
      end
      heard = redis.call('PUBLISH', P .. 'results@' .. server, message)
    end
    if heard == 0 or string.find(flags, 'K', 1, true) then
      redis.call('SETEX', P .. 'result@' .. id, seconds, result)
    end
  end
end
local answer = {settled}
if redis.call('HEXISTS', P .. 'capacity', worker) == 1 then
  local room = capacity - redis.call('HLEN', lease)
  for queue in string.gmatch(ARGV[3], '%d+') do
    while room > 0 do
      local task = redis.call('LPOP', P .. 'workerQueue@' .. queue)
      if not task then break end
      local id, attempt = string.match(task, '^{"id":"([^"]+)","attempt":(%d+),"queue":%d,"replyTo":"[^"]*",')
      if id then
        redis.call('HSET', lease, id .. ':' .. attempt, task)
        answer[#answer + 1] = task
        room = room - 1
      else
        redis.call('RPUSH', P .. 'deadLetters', '{"reason":"not a task","queue":' .. queue .. '}\n' .. task)
      end
    end
  end
end
return answer
