import Synchronization

/// Workspaces that wait for the next call; each is handed to one call at a time.
///
/// Safe to use from any thread.
final class WorkspacePool: Sendable {
  private static let limit = 64

  /// Carries workspaces across the lock; only one side holds them.
  private struct Workspaces: @unchecked Sendable {
    var all: [Workspace] = []
  }

  private let configuration: ModelConfiguration
  private let headOutputs: Int
  private let idle = Mutex(Workspaces())

  init(_ configuration: ModelConfiguration, headOutputs: Int) {
    self.configuration = configuration
    self.headOutputs = headOutputs
  }

  func take() -> Workspace {
    let taken = idle.withLock { Workspaces(all: $0.all.popLast().map { [$0] } ?? []) }
    return taken.all.first ?? Workspace(configuration, headOutputs: headOutputs)
  }

  func giveBack(_ workspace: Workspace) {
    let given = Workspaces(all: [workspace])
    idle.withLock { if $0.all.count < Self.limit { $0.all += given.all } }
  }
}
