/**
 * KEYS: items, order, about, all rooms. ARGV: entry, mentor, most items, their most characters, seconds, epoch; then of each
 * item its key, version, nonce, removed, JSON. An item is kept as `<version> <nonce> <removed> <JSON>`. The rule is
 * `supersedes` of contracts/board.ts; what makes a board smaller is taken however full it is. A position is the time in
 * milliseconds, or one more than the last. Answers the position (0: nothing was new) and the numbers of what was.
 */
export const writeScript = `
redis.call('HSETNX', KEYS[3], 'epoch', ARGV[6])
if ARGV[2] ~= '1' and redis.call('HGET', KEYS[3], 'readOnly') == '1' then return 'readOnly' end
local free = tonumber(ARGV[3]) - redis.call('HLEN', KEYS[1])
local taken, grown = {}, 0
for at = 7, #ARGV, 5 do
  local key, version, nonce, removed = ARGV[at], tonumber(ARGV[at + 1]), tonumber(ARGV[at + 2]), ARGV[at + 3]
  local known = redis.call('HGET', KEYS[1], key)
  local newer = true
  if known then
    local was, wasNonce, wasRemoved = string.match(known, '^(%d+) (%d+) (%d) ')
    was, wasNonce = tonumber(was), tonumber(wasNonce)
    if string.sub(key, 1, 2) == 'p:' and removed ~= wasRemoved then
      newer = removed == '1'
    elseif version ~= was then
      newer = version > was
    else
      newer = nonce < wasNonce
    end
  else
    free = free - 1
  end
  if newer then
    table.insert(taken, at)
    grown = grown + #ARGV[at + 4] - (known and #known or 0)
  end
end
if #taken == 0 then return { 0 } end
local length = tonumber(redis.call('HGET', KEYS[3], 'length') or '0') + grown
if free < 0 or (grown > 0 and length > tonumber(ARGV[4])) then return 'full' end
redis.call('HSET', KEYS[3], 'length', string.format('%.0f', math.max(0, length)))
local time = redis.call('TIME')
local position = time[1] * 1000 + math.floor(time[2] / 1000)
local last = redis.call('ZRANGE', KEYS[2], -1, -1, 'WITHSCORES')[2]
if last then position = math.max(position, tonumber(last) + 1) end
local written = string.format('%.0f', position)
local answer, json = { written }, {}
for _, at in ipairs(taken) do
  redis.call('HSET', KEYS[1], ARGV[at], ARGV[at + 1] .. ' ' .. ARGV[at + 2] .. ' ' .. ARGV[at + 3] .. ' ' .. ARGV[at + 4])
  redis.call('ZADD', KEYS[2], written, ARGV[at])
  table.insert(json, ARGV[at + 4])
  table.insert(answer, string.format('%.0f', (at - 7) / 5 + 1))
end
local entry = '{"position":' .. written .. ',"items":[' .. table.concat(json, ',') .. '],' .. string.sub(ARGV[1], 2)
redis.call('XADD', KEYS[4], '*', 'entry', entry)
for key = 1, 3 do redis.call('EXPIRE', KEYS[key], ARGV[5]) end
return answer
`;

/**
 * KEYS: items, order, about. ARGV: position, most items, most characters, seconds, epoch. Answers epoch, read-only, the
 * position up to which the answer is whole, whether there is more, and the items. What was written at one position comes
 * whole, or not at all.
 */
export const readScript = `
if redis.call('HSETNX', KEYS[3], 'epoch', ARGV[5]) == 1 then redis.call('EXPIRE', KEYS[3], ARGV[4]) end
local answer = { redis.call('HGET', KEYS[3], 'epoch'), redis.call('HGET', KEYS[3], 'readOnly') or '0', '0', '0' }
local found = redis.call('ZRANGEBYSCORE', KEYS[2], '(' .. ARGV[1], '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[2] + 1)
local length = 0
for at = 1, #found, 2 do
  local enough = length > tonumber(ARGV[3]) or (at + 1) / 2 > tonumber(ARGV[2])
  if enough and found[at + 1] ~= answer[3] then
    answer[4] = '1'
    return answer
  end
  local json = string.match(redis.call('HGET', KEYS[1], found[at]), '^%d+ %d+ %d (.*)$')
  answer[3] = found[at + 1]
  length = length + #json
  table.insert(answer, json)
end
if #found == 2 * (ARGV[2] + 1) then
  for _, key in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], answer[3], answer[3])) do
    local known = false
    for at = 1, #found, 2 do known = known or found[at] == key end
    if not known then
      table.insert(answer, string.match(redis.call('HGET', KEYS[1], key), '^%d+ %d+ %d (.*)$'))
    end
  end
  answer[4] = '1'
end
return answer
`;
