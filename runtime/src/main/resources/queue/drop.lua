-- Removes the oldest records, unless another scheduler has done so: then the first of them is gone.
-- ARGV: how many, task id of the first.
local records = P .. 'records'
local first = redis.call('LINDEX', records, 0)
if first and string.find(first, '{"id":"' .. ARGV[2] .. '"', 1, true) == 1 then
  redis.call('LTRIM', records, ARGV[1], -1)
end
return 0
