import Foundation

/// What a process took that ran to its end.
struct Run {
  let seconds: Double
  /// Of its processors.
  let cpu: Double
  let peakMiB: Int

  struct Failure: Error, CustomStringConvertible {
    let what: String
    var description: String { "This did not end well: \(what)" }
  }

  /// Runs a command and waits for it.
  /// - Parameter output: the file that gets what it prints; nil leaves that to the terminal.
  static func of(_ command: [String], output: String? = nil) throws -> Run {
    var process: pid_t = 0
    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let output {
      posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    let begun = ContinuousClock.now
    guard posix_spawn(&process, command[0], &actions, nil, &arguments, environ) == 0 else {
      throw Failure(what: command[0])
    }
    var (status, usage) = (Int32(0), rusage())
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    guard status == 0 else { throw Failure(what: command.joined(separator: " ")) }
    let elapsed = (ContinuousClock.now - begun).components
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return Run(
      seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18,
      cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime), peakMiB: usage.ru_maxrss / 1024)
  }
}
