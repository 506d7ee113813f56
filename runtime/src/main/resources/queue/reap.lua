-- Takes back the tasks of workers that are dead: no presence, or no ear, for a while.
-- ARGV: milliseconds to be sure, most attempts, seconds to keep results, worker to reap at once ('' for none).
-- Answers how many tasks were taken back.
local now = redis.call('TIME')
now = now[1] * 1000 + math.floor(now[2] / 1000)
local function lost(task, id, attempt, server)
  local result = '{"id":"' .. id .. '","status":"WORKER_LOST","attempt":' .. attempt ..
    ',"einfoText":"The worker died while it held this task.","startTime":' .. string.format('%.0f', now) .. '}\nnull'
  fail(task, id, server, result, ARGV[3])
end
local taken = 0
insist()
for _, worker in ipairs(redis.call('HKEYS', P .. 'capacity')) do
  local ears = redis.call('PUBSUB', 'NUMSUB', P .. 'tasks@' .. worker)[2]
  local dead = worker == ARGV[4]
  if redis.call('EXISTS', P .. 'worker@' .. worker) == 1 and tonumber(ears) > 0 then
    redis.call('HDEL', P .. 'suspects', worker)
  else
    local since = tonumber(redis.call('HGET', P .. 'suspects', worker) or 0)
    if since == 0 then
      redis.call('HSET', P .. 'suspects', worker, string.format('%.0f', now))
    elseif now - since >= tonumber(ARGV[1]) then
      dead = true
    end
  end
  if dead then
    local tasks = redis.call('HVALS', P .. 'lease@' .. worker)
    for _, task in ipairs(tasks) do
      taken = taken + 1
      local id, attempt, queue, server =
        string.match(task, '^{"id":"([^"]+)","attempt":(%d+),"queue":(%d),"replyTo":"([^"]*)",')
      if server ~= '' then
        lost(task, id, attempt, server)
      elseif tonumber(attempt) >= tonumber(ARGV[2]) then
        lost(task, id, attempt, '')
        redis.call('RPUSH', P .. 'deadLetters',
          '{"reason":"its worker died ' .. attempt .. ' times","queue":' .. queue .. '}\n' .. task)
      else
        local again = string.gsub(task, '"attempt":%d+', '"attempt":' .. (attempt + 1), 1)
        redis.call('LPUSH', P .. 'workerQueue@' .. queue, again)
      end
    end
    redis.call('DEL', P .. 'lease@' .. worker, P .. 'worker@' .. worker)
    redis.call('HDEL', P .. 'capacity', worker)
    redis.call('HDEL', P .. 'workers', worker)
    redis.call('HDEL', P .. 'suspects', worker)
    for queue = 0, 9 do redis.call('SREM', P .. 'listeners@' .. queue, worker) end
  end
end
return taken
