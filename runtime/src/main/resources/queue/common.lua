-- What every script begins with.
redis.replicate_commands()
local P = 'DataFluxFunc-worker#'

-- Lets a script write where memory is full, too, as one may that has begun with a removal: what keeps workers present
-- and takes back tasks has to go on, and makes room in the end.
local function insist()
  redis.call('DEL', P .. 'none')
end

-- Counts a task that ended, as 'ok' or 'failed', and forgets what is older than an hour.
local function count(how)
  local calls, minute = P .. 'calls', math.floor(redis.call('TIME')[1] / 60)
  if redis.call('HINCRBY', calls, string.format('%d:%s', minute, how), 1) > 1 then return end
  for _, field in ipairs(redis.call('HKEYS', calls)) do
    if tonumber(string.match(field, '^%d+')) < minute - 60 then redis.call('HDEL', calls, field) end
  end
end

-- Records a task with what is said of its end. Of the arguments, its second line, one byte more than 64 KB at most:
-- the scheduler, which reads records, has little memory.
local function record(task, result)
  local line = string.find(task, '\n', 1, true) or 0
  redis.call('RPUSH', P .. 'records', string.sub(task, 1, line + 65537) .. '\n' .. result)
  redis.call('LTRIM', P .. 'records', -100000, -1)
end

-- Ends a task that came to nothing: with a record, and told to the server that waits ('' for none) or kept for seconds.
local function fail(task, id, server, result, seconds)
  record(task, result)
  count('failed')
  local heard = 0
  if server ~= '' then heard = redis.call('PUBLISH', P .. 'results@' .. server, result) end
  if heard == 0 then redis.call('SETEX', P .. 'result@' .. id, seconds, result) end
end

