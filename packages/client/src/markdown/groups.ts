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
  for (let start = 0; start < members.length; start += groupSize) {
    groups.push(sameGroup(members.slice(start, start + groupSize)))
  }
  return groups
}

function sameGroup<Member extends object>(group: readonly Member[]): readonly Member[] {
  const [first] = group
  if (!first) return group
  const before = known.get(first)
  if (before && isSame(before, group)) return before
  known.set(first, group)
  return group
}

function isSame<Member extends object>(
  before: readonly object[],
  group: readonly Member[],
): before is readonly Member[] {
  return before.length === group.length && before.every((member, index) => member === group[index])
}
