-- How many requests each bucket has logged within its window.
-- KEYS: the buckets' lists, see sliding-window.lua. ARGV: the begin of each one's window in ms.
local counts = {}
for i, log in ipairs(KEYS) do
  local oldest = redis.call('LINDEX', log, 0)
  while oldest and tonumber(oldest) <= tonumber(ARGV[i]) do
    redis.call('LPOP', log)
    oldest = redis.call('LINDEX', log, 0)
  end
  counts[i] = redis.call('LLEN', log)
end
return counts
