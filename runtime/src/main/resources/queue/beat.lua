-- Keeps a worker present; registers it where it is not known (any more).
-- ARGV: worker, capacity, queues with commas, host, milliseconds of presence. Answers 1 where it was known, 0 where not.
local worker = ARGV[1]
insist()
redis.call('SET', P .. 'worker@' .. worker, ARGV[4], 'PX', ARGV[5])
local known = redis.call('HEXISTS', P .. 'capacity', worker)
redis.call('HSET', P .. 'capacity', worker, ARGV[2])
if known == 0 then
  redis.call('HSET', P .. 'workers', worker, ARGV[3] .. ' ' .. ARGV[4])
  for queue in string.gmatch(ARGV[3], '%d+') do
    redis.call('SADD', P .. 'listeners@' .. queue, worker)
  end
end
redis.call('PUBLISH', P .. 'tasks@' .. worker, '')
return known
