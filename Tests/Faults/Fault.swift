import Foundation

/// What befalls a program at one of its calls that write: `fault.c`, which is loaded before the C library, counts them.
public enum Fault: Sendable, Equatable {
  /// Nothing: the calls are only counted.
  case none
  /// The call of that number, from 1, fails; all after it too where it lasts.
  case fails(at: Int, Int32, lasts: Bool = false)
  /// The process is killed at that call; where it is torn, half of what was to be written is.
  case kills(at: Int, isTorn: Bool = false, by: Int32 = SIGKILL)

  /// What the environment of a program says so that it befalls it.
  /// - Parameters:
  ///   - folder: only what is written under it counts.
  ///   - report: the file that gets the number of calls, and the call that failed.
  public func environment(in folder: String, report: String) throws -> [String: String] {
    var all = [
      "LD_PRELOAD": try Self.library.get(), "FAULT_FOLDER": folder, "FAULT_REPORT": report,
    ]
    switch self {
    case .none: break
    case .fails(let call, let number, let lasts):
      (all["FAULT_AT"], all["FAULT_ERRNO"]) = ("\(call)", "\(number)")
      if lasts { all["FAULT_LASTS"] = "1" }
    case .kills(let call, let isTorn, let signal):
      (all["FAULT_AT"], all["FAULT_ERRNO"]) = ("\(call)", "0")
      all["FAULT_SIGNAL"] = "\(signal)"
      if isTorn { all["FAULT_TORN"] = "1" }
    }
    return all
  }

  /// How many calls a program made that has ended, and which one failed.
  public static func report(_ path: String) -> (calls: Int, failed: String)? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8),
      let space = text.firstIndex(of: " "), let calls = Int(text[..<space])
    else { return nil }
    return (calls, text[space...].trimmingCharacters(in: .whitespacesAndNewlines))
  }

  private struct NotCompiled: Error {}

  /// Compiled once in a run, and gone with it.
  public static let library = Result<String, any Error> {
    let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "fault.c").path
    let path = "\(NSTemporaryDirectory())/outreach-fault-\(getpid()).so"
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["cc", "-std=gnu2x", "-shared", "-fPIC", "-O1", "-o", path, source, "-ldl"]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw NotCompiled() }
    Self.path = strdup(path)
    atexit { if let path = Fault.path { unlink(path) } }
    return path
  }

  /// For the moment at which the process ends.
  nonisolated(unsafe) private static var path: UnsafeMutablePointer<CChar>?
}
