import Foundation
import RelataCommandLine

@main
struct Relata {
  static func main() async {
    RelataTool.workAsChildIfRequested()
    exit(await RelataTool.main())
  }
}
