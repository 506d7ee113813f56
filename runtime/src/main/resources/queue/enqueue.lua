-- Hands a task to a worker with room, or puts it in its list.
-- ARGV: queue, most tasks in the list, task, lease field. Answers 1 handed over, 2 queued, 0 full.
local queue, most, task, field = ARGV[1], tonumber(ARGV[2]), ARGV[3], ARGV[4]
local list = P .. 'workerQueue@' .. queue
local waiting = redis.call('LLEN', list)
if waiting == 0 then
  local best, room = nil, 0
  for _, worker in ipairs(redis.call('SMEMBERS', P .. 'listeners@' .. queue)) do
    local capacity = tonumber(redis.call('HGET', P .. 'capacity', worker) or 0)
    local free = capacity - redis.call('HLEN', P .. 'lease@' .. worker)
    if free > room then best, room = worker, free end
  end
  if best then
    redis.call('HSET', P .. 'lease@' .. best, field, task)
    if redis.call('PUBLISH', P .. 'tasks@' .. best, task) > 0 then return 1 end
    redis.call('HDEL', P .. 'lease@' .. best, field)
  end
end
if waiting >= most then return 0 end
redis.call('RPUSH', list, task)
return 2
