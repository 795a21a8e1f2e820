-- Exact sliding windows for all buckets of one request, in order; stops at the first that refuses.
-- KEYS: one sorted set a bucket (score = time of a passed request).
-- ARGV: now in ms, a member unique to the request, then limit and window in ms for each bucket.
-- Answers: 1 when all passed else 0, then the count of each bucket that was looked at.
local now = tonumber(ARGV[1])
local member = ARGV[2]
local answer = {1}
for i, key in ipairs(KEYS) do
  local limit = tonumber(ARGV[1 + 2 * i])
  local window = tonumber(ARGV[2 + 2 * i])
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window)
  local count = redis.call('ZCARD', key)
  if count >= limit then
    -- A refused request is not logged, so it does not prolong the block.
    answer[1] = 0
    answer[i + 1] = count
    return answer
  end
  redis.call('ZADD', key, now, member)
  redis.call('PEXPIRE', key, window)
  answer[i + 1] = count + 1
end
return answer
