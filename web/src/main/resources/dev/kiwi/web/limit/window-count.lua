-- How many requests a bucket has logged within its window.
-- KEYS: the bucket's list, see sliding-window.lua. ARGV: the begin of the window in ms.
local oldest = redis.call('LINDEX', KEYS[1], 0)
while oldest and tonumber(oldest) <= tonumber(ARGV[1]) do
  redis.call('LPOP', KEYS[1])
  oldest = redis.call('LINDEX', KEYS[1], 0)
end
return redis.call('LLEN', KEYS[1])
