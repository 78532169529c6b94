import Foundation
import Graphviz
import RelataAnnotation
import RelataCore
import RelataInference
import RelataReading
import RelataStore

/// What Relata finds on this machine, and what to do about what it does not find.
public struct Installation: Sendable {
  /// One thing that was looked for.
  public struct Check: Hashable, Sendable {
    /// What is looked at: "graphviz".
    public var name: String
    /// What was found, in words.
    public var found: String
    /// Whether Relata can work with what was found.
    public var isOK: Bool
    /// What to do if it is not; nil if all is well.
    public var remedy: String?

    /// A finding and, where it is not as it should be, what to do.
    public init(_ name: String, _ found: String, isOK: Bool = true, remedy: String? = nil) {
      self.name = name
      self.found = found
      self.isOK = isOK
      self.remedy = remedy
    }
  }

  /// In the order in which they are shown.
  public var checks: [Check]
  /// Whether every check is fine.
  public var isComplete: Bool { checks.allSatisfy(\.isOK) }

  /// Looks at this machine.
  ///
  /// Loads the model once to see that it can be used.
  public init(program: String) {
    checks = [Check("relata", program), Self.sqlite(), Self.parser()]
    checks += Self.graphviz() + Self.model()
    checks.append(
      Check("relations", "\(RelationSchema.standard.relations.count) in the schema"))
  }

  private static func sqlite() -> Check {
    guard let version = SQLiteLibrary.version else {
      return Check("SQLite", "does not answer", isOK: false, remedy: "install libsqlite3-0")
    }
    return Check("SQLite", version)
  }

  private static func parser() -> Check {
    guard let path = ParsingInstallation.program else {
      return Check(
        "relata-read", "missing: office files, mail and PDF are not read", isOK: false,
        remedy: "swift build -c release --product relata-read")
    }
    return Check("relata-read", path)
  }

  private static func graphviz() -> [Check] {
    let remedy = "install Graphviz: apt-get install graphviz, or brew install graphviz"
    do throws(GraphvizError) {
      let engines = try Graphviz.availableEngines()
      let formats = try Graphviz.availableFormats()
      let wanted = ["svg", "png", "pdf"]
      let missing = wanted.filter { !formats.contains($0) }
      return [
        Check("Graphviz", try Graphviz.version()),
        Check(
          "layouts", engines.isEmpty ? "none" : engines.joined(separator: " "),
          isOK: engines.contains("dot"), remedy: engines.contains("dot") ? nil : remedy),
        Check(
          "figure formats",
          missing.isEmpty
            ? "dot " + wanted.joined(separator: " ") : "without \(missing.joined(separator: ", "))",
          isOK: missing.isEmpty, remedy: missing.isEmpty ? nil : remedy),
      ]
    } catch {
      return [Check("Graphviz", "cannot be used: \(error)", isOK: false, remedy: remedy)]
    }
  }

  /// The large model is no part of every installation: one that lacks it still reads.
  private static func largeModel() -> [Check] {
    guard let weights = Annotator.defaultWeights(for: .large) else {
      return [Check("large model", "not installed; --model large needs it")]
    }
    do throws(RelataError) {
      let annotator = try Annotator(reading: .large)
      return [
        Check("large model", ModelIdentity.name(of: annotator)), Check("weights", weights.path),
      ]
    } catch {
      return [
        Check(
          "large model", "\(weights.path): \(error.message)", isOK: false,
          remedy: error.hint ?? "put the file of the release in its place")
      ]
    }
  }

  private static func model() -> [Check] {
    let kernel = Check("instructions", KernelName.current)
    guard let weights = Annotator.defaultWeights() else {
      return [
        Check(
          "model", "no weights found", isOK: false,
          remedy: "keep the folder relata_RelataAnnotation.resources beside the program"), kernel,
      ]
    }
    do throws(RelataError) {
      let small = try Annotator(weights: weights)
      return [Check("model", ModelIdentity.name(of: small)), Check("weights", weights.path)]
        + largeModel() + [kernel]
    } catch {
      return [
        Check(
          "model", "\(weights.path): \(error.message)", isOK: false,
          remedy: error.hint ?? "put the file of the release in its place"), kernel,
      ]
    }
  }
}
