/** So many make a group: a frame then looks at one group's members and at all groups, both of them few. */
const groupSize = 32

const known = new WeakMap<object, readonly object[]>()

/**
 * A list that grows at its end, such as the blocks of a reply or the items of a list, in groups. A group of which all
 * members are the same references as before is the same value, so that a view which compares references looks at none
 * of them. What a list begins with belongs to that list alone.
 */
export function groupsOf<Member extends object>(members: readonly Member[]): readonly (readonly Member[])[] {
  const groups: (readonly Member[])[] = []
  for (let start = 0; start < members.length; start += groupSize) groups.push(groupAt(members, start))
  return groups
}

function groupAt<Member extends object>(members: readonly Member[], start: number): readonly Member[] {
  const first = members[start]
  const before = first && known.get(first)
  if (before && isSame(before, members, start)) return before
  const group = members.slice(start, start + groupSize)
  if (first) known.set(first, group)
  return group
}

function isSame<Member extends object>(
  before: readonly object[],
  members: readonly Member[],
  start: number,
): before is readonly Member[] {
  if (before.length !== Math.min(groupSize, members.length - start)) return false
  return before.every((member, index) => member === members[start + index])
}
