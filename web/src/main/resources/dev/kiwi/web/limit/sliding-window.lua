-- Exact sliding windows for all buckets of several requests. The buckets of one request are asked in order, up to the
-- first that refuses; the requests are independent of each other.
-- KEYS: one list a bucket (times of passed requests in ms, oldest first), request after request.
-- ARGV: for each request its time in ms and the number of its buckets, then limit and window in ms of each.
-- Answers, for each request: 1 when all passed else 0, how many buckets were looked at, and the count of each of them.
local call = redis.call
local answer = {}
local key = 0
local arg = 1
while ARGV[arg] do
  local time = ARGV[arg]
  local now = tonumber(time)
  local buckets = tonumber(ARGV[arg + 1])
  arg = arg + 2
  local head = #answer
  answer[head + 1] = 1
  answer[head + 2] = 0
  for i = 1, buckets do
    if answer[head + 1] == 1 then
      local log = KEYS[key + i]
      local limit = tonumber(ARGV[arg + 2 * i - 2])
      local window = tonumber(ARGV[arg + 2 * i - 1])
      local dropped = false
      local oldest = call('LINDEX', log, 0)
      while oldest and tonumber(oldest) <= now - window do
        call('LPOP', log)
        dropped = true
        oldest = call('LINDEX', log, 0)
      end
      local count = call('RPUSH', log, time)
      if count > limit then
        -- A refused request is not logged, so it does not prolong the block.
        call('RPOP', log)
        count = count - 1
        answer[head + 1] = 0
      elseif dropped or count == 1 then
        -- Until the next one is dropped, all of the list was logged within a window after this.
        call('PEXPIRE', log, 2 * window)
      end
      answer[head + 2] = i
      answer[head + 2 + i] = count
    end
  end
  key = key + buckets
  arg = arg + 2 * buckets
end
return answer
