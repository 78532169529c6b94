import RelataCore
import RelataLanguage

extension HiddenNames {
  /// Roles that only one of the graph's entities holds, alone and with what they are a role in.
  ///
  /// - Complexity: O(roles + relations · roles of an entity).
  mutating func addRoles(
    of redacted: [Entity], in graph: KnowledgeGraph, stated: Set<StatedName>
  ) {
    guard redacted.contains(where: { !$0.roles.isEmpty }) else { return }
    var owners: [EntityID: Int] = [:]
    for (index, entity) in redacted.enumerated() { owners[entity.id] = index }
    var holders: [[String]: Set<EntityID>] = [:]
    for entity in graph.entities {
      for role in entity.roles {
        steps += 1
        holders[FoldedText.words(of: role), default: []].insert(entity.id)
      }
    }
    for (index, entity) in redacted.enumerated() {
      for role in entity.roles {
        let words = FoldedText.words(of: role)
        guard holders[words]?.count == 1, !Self.kin.contains(words.last ?? "") else { continue }
        if words.count > 1 {
          roles.insert(words) { .joined($0, .one(index)) }
        } else if let word = words.first {
          add(word, .one(index), to: \.roleWords)
        }
      }
    }
    addOffices(owners, in: graph)
  }

  /// "mayor of Astel" and "Astel mayor" where the graph ties the holder of a role to Astel.
  private mutating func addOffices(_ owners: [EntityID: Int], in graph: KnowledgeGraph) {
    struct Office: Hashable {
      var role: String
      var place: EntityID
    }
    var holders: [Office: Set<EntityID>] = [:]
    for relation in graph.relations where graph.schema[relation.type]?.isRole == true {
      guard let holder = graph.entity(relation.subject) else { continue }
      steps += holder.roles.count
      for role in holder.roles {
        holders[Office(role: role, place: relation.object), default: []].insert(holder.id)
      }
    }
    for (office, people) in holders {
      guard people.count == 1, let holder = people.first, let index = owners[holder],
        let place = graph.entity(office.place)
      else { continue }
      let role = FoldedText.words(of: office.role)
      for name in [place.name] + place.aliases {
        for form in Self.offices(role, in: FoldedText.words(of: name)) {
          roles.insert(form) { .joined($0, .one(index)) }
        }
      }
    }
  }

  /// The shapes of a role in something: "mayor of Astel", "Astel mayor", "Astel's mayor".
  static func offices(_ role: [String], in place: [String]) -> [[String]] {
    guard !role.isEmpty, !place.isEmpty else { return [] }
    let bare = place.count > 1 && place[0] == "the" ? Array(place.dropFirst()) : place
    return [
      role + ["of"] + bare, role + ["of", "the"] + bare, role + ["for"] + bare,
      role + ["in"] + bare,
      role + ["at"] + bare, role + ["at", "the"] + bare, bare + role, bare + ["s"] + role,
    ]
  }

  /// Roles within a family and the like, which somebody else holds as well in any text.
  private static let kin: Set<String> = PersonNouns.kin.union([
    "man", "woman", "citizen", "member", "people", "person", "friend", "partner", "spouse",
  ])
}
