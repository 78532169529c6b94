import RelataCore
import RelataTestSupport
import Testing

@testable import RelataGraph

/// Whom several documents mean.
@Suite struct IdentityResolutionTests {
  private func bearers(_ marked: String...) -> [Bearer] {
    marked.enumerated().flatMap { number, text in
      let document = MarkedDocument.read(text, id: "d\(number)")
      let reader = ProfileReader(document)
      return document.annotated.entities.filter { $0.type != .location }.map { entity in
        Bearer(
          key: BearerKey(
            NameKey(entity.name, type: entity.type), in: document.annotated.document.id),
          profile: reader.profile(of: [entity]))
      }
    }
  }

  private func groups(_ bearers: [Bearer], _ constraints: IdentityConstraints = .none) -> [String] {
    IdentityResolution(bearers, constraints: constraints).groups.map { group in
      group.map { $0.key.name.form + "@" + ($0.key.document?.rawValue ?? "") }
        .joined(separator: " = ")
    }
  }

  private let tycoon = "{p:Daniel Okafor}, 54, sold the dredger to {f:Karst Bank}."
  private let again = "{f:Karst Bank} sued {p:Daniel Okafor} over a dredger."
  private let teacher = "{p:Daniel Okafor}, 31, opened the canteen of a school in {l:Stroud}."

  @Test func oneAffairIsOnePersonAndAnotherIsAnother() {
    #expect(
      groups(bearers(tycoon, again, teacher)) == [
        "karst bank@d0 = karst bank@d1", "daniel okafor@d0 = daniel okafor@d1",
        "daniel okafor@d2",
      ])
  }

  @Test func facts() {
    func verdict(_ a: String, _ b: String) -> BearerComparison.Verdict {
      let found = bearers(a, b).filter { $0.type == .person }
      return BearerComparison(found[0], found[1]).verdict
    }
    let base = "sold a dredger, a foundling and a larkspur to {f:Karst Bank}."
    #expect(verdict("{p:Ann Roe} \(base)", "{p:Ann Roe} \(base)") == .same)
    #expect(verdict("{p:Ann Roe}, 54, \(base)", "{p:Ann Roe}, 31, \(base)") == .different)
    #expect(verdict("{p:Ann Roe}, 54, \(base)", "{p:Ann Roe}, 55, \(base)") == .same)
    #expect(verdict("Mr. {p:Alex Roe} \(base)", "Mrs. {p:Alex Roe} \(base)") == .different)
    #expect(verdict("{p:Ann Roe} Jr. \(base)", "{p:Ann Roe} \(base)") == .same)
    #expect(verdict("{p:Ann Roe Jr.} \(base)", "{p:Ann Roe Sr.} \(base)") == .different)
    #expect(verdict("{p:Ann Roe Jr.} \(base)", "{p:Ann Roe} \(base)") == .unsure)
    // One word in common is chance, however rare.
    #expect(
      verdict("{p:Ann Roe} bred a larkspur.", "{p:Ann Roe} shot a larkspur.") == .unsure)
    #expect(verdict("{p:Ann Roe} \(base)", "{p:Bea Roe} \(base)") == .different)
    #expect(verdict("{p:Ann Roe} slept.", "{p:Ann Roe} ate.") == .unsure)
    #expect(
      verdict("{p:Ann Roe} died in 1998. | {p~She} \(base)", "In 2021 {p:Ann Roe} \(base)")
        == .different)
  }

  @Test func firms() {
    func verdict(_ a: String, _ b: String) -> BearerComparison.Verdict {
      let found = bearers(a, b).filter { $0.key.name.form.contains("orvane") }
      return BearerComparison(found[0], found[1]).verdict
    }
    let base = "sold a dredger, a foundling and a larkspur to {g:Karst Bank}."
    // In one country a rare name is one firm, in two it is two.
    #expect(
      verdict(
        "{f:Orvane Quillon} of {l:Norway} sold a dredger.",
        "{f:Orvane Quillon} bought a dredger in {l:Norway}.") == .same)
    #expect(
      verdict(
        "{f:Orvane Quillon} of {l:Norway} sold a dredger.",
        "{f:Orvane Quillon} bought a dredger in {l:Chile}.") != .same)
    // A short form, where the documents tell of one affair.
    #expect(verdict("{f:Orvane Quillon Works} \(base)", "{f:Orvane Quillon} \(base)") == .same)
    #expect(verdict("{f:Orvane Quillon Works} slept.", "{f:Orvane Quillon} ate.") != .same)
    #expect(verdict("{f:Orvane Quillon UAB} \(base)", "{f:Orvane Quillon} \(base)") == .same)
    #expect(verdict("{f:Orvane Chile} \(base)", "{f:Orvane} \(base)") != .same)
    #expect(verdict("{f:Orvane Holding} \(base)", "{f:Orvane Trading} \(base)") != .same)
    #expect(verdict("{f:Orvane UAB} \(base)", "{f:Orvane OÜ} \(base)") == .different)
  }

  @Test(arguments: [
    ("{l:Kiev} fell.", "kyiv"), ("{l:Kyiv} fell.", "kyiv"), ("{l:Iraklio} fell.", "heraklion"),
    ("{l:Odessa} fell.", "odesa"), ("{l:Odessa} in the {m:United States} fell.", "odessa"),
    ("{l:Newport} fell.", "newport"),
    ("{l:Newport} in the {m:United States} fell.", "newport (united states)"),
  ]) func places(marked: String, form: String) {
    let annotated = MarkedDocument.read(marked).annotated
    #expect(BearerKeys(annotated).key(of: annotated.entities[0]).name.form == form)
  }

  @Test func whoMarriedIsWeaklyWhoBearsTheName() {
    let bride = Bearer(
      key: BearerKey(NameKey("Chloe Orme", type: .person), in: DocumentID("a")),
      profile: {
        var profile = BearerProfile()
        profile.facts.marriedNames = ["chloe pell"]
        return profile
      }())
    func other(_ name: String) -> Bearer {
      Bearer(
        key: BearerKey(NameKey(name, type: .person), in: DocumentID("b")),
        profile: BearerProfile())
    }
    #expect(NameAgreement(bride, other("Chloe Pell")) == .weak)
    #expect(NameAgreement(other("Chloe Pell"), bride) == .weak)
    #expect(NameAgreement(bride, other("Clara Pell")) == .different)
  }

  @Test func twoWhomADocumentNamesAreTwo() {
    let both = "{p:Ann Roe} and {q:Anne Roe} sold a dredger to {f:Karst Bank}."
    #expect(groups(bearers(both)).count == 3)
  }

  @Test func firmsOfTwoLegalFormsInOneDocumentAreTwo() {
    let document = MarkedDocument.read("{f:Ostrel Marine Ltd} paid {g:Ostrel Marine LLC}.")
    let keys = BearerKeys(document.annotated)
    let found = document.annotated.entities.map { keys.key(of: $0).name }
    #expect(found.map(\.form) == ["ostrel marine ltd", "ostrel marine llc"])
    let plain = NameKey("Ostrel Marine", type: .organization)
    #expect(NameAgreement(found[0], plain) == .same && NameAgreement(plain, found[1]) == .same)
  }

  /// A is like B, and B is like C, but A is not C: B goes to nobody unless one is closer.
  @Test func whoIsTornBetweenTwoStaysAlone() {
    let base = "sold a dredger, a foundling and a larkspur to {f:Karst Bank}."
    let torn = bearers("{p:Ann Roe} \(base)", "{p:Bea Roe} \(base)", "{p:Roe} \(base)")
      .filter { $0.type == .person }
    #expect(groups(torn) == ["ann roe@d0", "bea roe@d1", "roe@d2"])
    #expect(IdentityResolution(torn).contested.count == 3)
    let drawn = bearers(
      "{p:Ann Roe} \(base)", "{p:Bea Roe} slept at {f:Karst Bank}.",
      "{p:Roe} \(base)"
    ).filter { $0.type == .person }
    #expect(groups(drawn).contains("ann roe@d0 = roe@d2"))
  }

  @Test func decisionsOutweighDocuments() {
    let all = bearers(tycoon, again, teacher).filter { $0.type == .person }
    let apart = IdentityConstraints { a, b in
      Set([a.document?.rawValue, b.document?.rawValue]) == ["d0", "d1"] ? false : nil
    }
    #expect(groups(all, apart).count == 3)
    let together = IdentityConstraints { a, b in
      Set([a.document?.rawValue, b.document?.rawValue]) == ["d1", "d2"] ? true : nil
    }
    #expect(groups(all, together).contains("daniel okafor@d1 = daniel okafor@d2"))
  }

  @Test(arguments: UInt64(0)..<30) func orderDoesNotMatterAndGroupsAreWhole(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let names = ["Ann Roe", "Anne Roe", "A. Roe", "Roe", "Bea Roe", "Ann Maria Roe"]
    let words = ["dredger", "foundling", "larkspur", "quarry", "orchestra", "canteen"]
    let texts = (0..<8).map { _ in
      let name = names[Int.random(in: 0..<names.count, using: &random)]
      let said = (0..<3).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
      return "{p:\(name)} sold the \(said.joined(separator: ", the ")) to {f:Karst Bank}."
    }
    let all = texts.enumerated().flatMap { number, text in
      let document = MarkedDocument.read(text, id: "d\(number)")
      return document.annotated.entities.map { entity in
        Bearer(
          key: BearerKey(NameKey(entity.name, type: entity.type), in: DocumentID("d\(number)")),
          profile: ProfileReader(document).profile(of: [entity]))
      }
    }
    let expected = groups(all)
    #expect(groups(all.shuffled(using: &random)) == expected)
    #expect(expected.flatMap { $0.components(separatedBy: " = ") }.count == all.count)
    for group in IdentityResolution(all).groups {
      for (n, a) in group.enumerated() {
        for b in group.dropFirst(n + 1) {
          #expect(!IdentityResolution.excludes(a, b, .none))
          #expect(BearerComparison(a, b) == BearerComparison(b, a))
        }
      }
    }
  }
}
