import Dispatch

extension WindowPlan {
  /// Reads the windows, several at a time where threads are idle, and visits each in order.
  ///
  /// - Parameters:
  ///   - threads: Idle threads that may read windows beside this one; the result is the same without.
  ///   - pool: Where a borrowed thread takes its workspace.
  ///   - own: This thread's workspace.
  ///   - read: Encodes and reads a window; called from several threads at once, each with a workspace
  ///     of its own.
  ///   - sink: Receives each window's reading in order, with the workspace that it was read in.
  func forEachWindow<Reading>(
    threads: IdleThreads?, pool: WorkspacePool, own: Workspace,
    read: ([Part], Workspace) -> Reading, sink: ([Part], Workspace, Reading) -> Void
  ) {
    var next = 0
    while next < windows.count {
      let borrowed = threads?.borrow(windows.count - next - 1) ?? 0
      if borrowed == 0 {
        sink(windows[next], own, read(windows[next], own))
        next += 1
        continue
      }
      // A window for each thread: its vectors stay in its workspace until its turn comes.
      let group = Array(windows[next...(next + borrowed)])
      let workspaces = [own] + (0..<borrowed).map { _ in pool.take() }
      let readings = Self.concurrently(group.count) { read(group[$0], workspaces[$0]) }
      threads?.giveBack(borrowed)
      for (i, reading) in readings.enumerated() { sink(group[i], workspaces[i], reading) }
      for workspace in workspaces.dropFirst() { pool.giveBack(workspace) }
      next += group.count
    }
  }

  /// The results of `work` for each number below `count`, worked on at once, in order.
  private static func concurrently<Output>(
    _ count: Int, _ work: (Int) -> Output
  ) -> [Output] {
    withoutActuallyEscaping(work) { work in
      // `concurrentPerform` returns when all have returned: nothing escapes.
      nonisolated(unsafe) let work = work
      return [Output](unsafeUninitializedCapacity: count) { buffer, initialized in
        // Each iteration writes its own place alone.
        nonisolated(unsafe) let places = buffer
        DispatchQueue.concurrentPerform(iterations: count) { i in
          places.initializeElement(at: i, to: work(i))
        }
        initialized = count
      }
    }
  }
}
