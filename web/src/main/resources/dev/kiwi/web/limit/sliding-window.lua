-- Exact sliding windows for all buckets of several requests. The buckets of one request are asked in order, up to the
-- first that refuses; the requests are independent of each other.
-- KEYS: one sorted set a bucket (score = time of a passed request), request after request.
-- ARGV: for each request its time in ms, a member unique to it and the number of its buckets, then limit and window in
-- ms of each.
-- Answers, for each request: 1 when all passed else 0, how many buckets were looked at, and the count of each of them.
local answer = {}
local key = 0
local arg = 1
while ARGV[arg] do
  local now = tonumber(ARGV[arg])
  local member = ARGV[arg + 1]
  local buckets = tonumber(ARGV[arg + 2])
  arg = arg + 3
  local head = #answer
  answer[head + 1] = 1
  answer[head + 2] = 0
  for i = 1, buckets do
    if answer[head + 1] == 1 then
      local log = KEYS[key + i]
      local limit = tonumber(ARGV[arg + 2 * i - 2])
      local window = tonumber(ARGV[arg + 2 * i - 1])
      redis.call('ZREMRANGEBYSCORE', log, '-inf', now - window)
      local count = redis.call('ZCARD', log)
      if count >= limit then
        -- A refused request is not logged, so it does not prolong the block.
        answer[head + 1] = 0
      else
        redis.call('ZADD', log, now, member)
        redis.call('PEXPIRE', log, window)
        count = count + 1
      end
      answer[head + 2] = i
      answer[head + 2 + i] = count
    end
  end
  key = key + buckets
  arg = arg + 2 * buckets
end
return answer
