import RelataCore
import RelataLanguage

/// The name, the other forms and the id of an entity, from the bearers that are it.
package enum EntityNaming {
  /// An entity of bearers.
  ///
  /// - Parameters:
  ///   - bearers: Their keys; never none.
  ///   - names: How many document entities have each written form as their name; never none.
  ///   - aliases: Other written forms.
  ///   - isContested: Whether documents connect it with somebody whom it cannot be.
  ///   - first: The smallest key of all bearers in the graph that have a name.
  /// - Returns: The entity; its id stays the same until a longer name or an earlier document joins.
  package static func entity(
    _ bearers: [BearerKey], names: [String: Int], aliases: Set<String>, isContested: Bool,
    first: (NameKey) throws -> BearerKey?
  ) rethrows -> ResolvedEntity {
    let keys = Set(bearers.map(\.name)).sorted()
    let longest = EntityResolver.longest(keys)
    let own = bearers.filter { $0.name == longest }.min()
    let isFirst = try own == longest.flatMap { try first($0) }
    let id = EntityResolver.id(
      ofText: isFirst ? longest?.text ?? "" : own?.text ?? "")
    return EntityResolver.entity(
      id: id, keys: keys, names: names, forms: aliases.union(names.keys), isContested: isContested)
  }
}
