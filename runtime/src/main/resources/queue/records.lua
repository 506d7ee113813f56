-- The oldest records, in order, as many as fit; one at least, whatever its size.
-- ARGV: most records, most bytes. Answers them.
local records, bytes = {}, 0
for i = 0, tonumber(ARGV[1]) - 1 do
  local record = redis.call('LINDEX', P .. 'records', i)
  if not record then break end
  bytes = bytes + #record
  if i > 0 and bytes > tonumber(ARGV[2]) then break end
  records[#records + 1] = record
end
return records
