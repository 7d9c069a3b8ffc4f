import CProbe
import Glibc

/// A real program in a real terminal: what a test types, it reads; what it draws, the test sees.
///
/// The program runs in a pseudo-terminal whose other end is a terminal emulator (libvterm). Nothing happens
/// between calls: each one that waits also reads. A probe belongs to one thread at a time.
public final class TerminalProbe {
  let handle: OpaquePointer
  public private(set) var columns: Int
  public private(set) var rows: Int
  private var isOpen = true

  /// Starts a program.
  /// - Parameters:
  ///   - command: the program, by path or by name, and its arguments.
  ///   - environment: all that it gets, beside `TERM=xterm-256color` and `LANG=C.UTF-8` where not given here.
  public init(
    command: [String], environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws(ProbeError) {
    let all = ["TERM": "xterm-256color", "LANG": "C.UTF-8"].merging(environment) { $1 }
    var arguments = command.map { strdup($0) } + [nil]
    var variables = all.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    guard let handle = probe_open(&arguments, &variables, Int32(columns), Int32(rows)) else {
      throw ProbeError("no pseudo-terminal", screen: [])
    }
    self.handle = handle
    self.columns = columns
    self.rows = rows
  }

  deinit { if isOpen { probe_close(handle) } }

  // MARK: Hands

  /// Types text as it is, or sends bytes that no key has.
  public func send(_ text: String) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { _ = probe_write(handle, $0.baseAddress, $0.count) }
  }

  /// Presses keys by name: `"Down"`, `"Ctrl-R"`, `"Shift-Tab"`, `"F5"`, `"q"`.
  public func press(_ names: String...) {
    for name in names {
      guard let key = ProbeKey(name) else { preconditionFailure("no key is called \(name)") }
      probe_key(handle, key.number, key.scalar, key.modifiers)
    }
  }

  /// Pastes, in brackets where the program asked for them.
  public func paste(_ text: String) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { probe_paste(handle, $0.baseAddress, $0.count) }
  }

  /// Presses the first mouse button there, where the program asked for the mouse.
  public func click(row: Int, column: Int) { probe_click(handle, 1, Int32(row), Int32(column)) }

  /// Turns the wheel by one notch.
  public func wheel(down: Bool) { probe_click(handle, down ? 5 : 4, 0, 0) }

  /// Gives the terminal another size; the program gets SIGWINCH.
  public func resize(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    probe_resize(handle, Int32(columns), Int32(rows))
  }

  /// Sends the program a signal, unless it has ended.
  public func signal(_ number: Int32) { _ = probe_signal(handle, number) }

  /// Hangs up, and ends the program if that does not.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    probe_close(handle)
  }

  /// The last 64 KiB that the program sent, as they came.
  public var said: [UInt8] {
    var count = 0
    guard let bytes = probe_said(handle, &count) else { return [] }
    return UnsafeBufferPointer(start: bytes, count: count).map { UInt8(bitPattern: $0) }
  }

  /// Reads so many bytes at most, as a slow link does, and waits for none. Returns how many there were.
  @discardableResult
  public func take(atMost count: Int) -> Int { max(0, Int(probe_take(handle, count))) }

  /// Whether the terminal takes bytes for UTF-8; else each is a letter (ISO 8859-1). To be said before anything is read.
  public func showsUTF8(_ shows: Bool) { probe_show_utf8(handle, shows) }

  // MARK: The process

  public var process: Int32 { probe_process(handle) }
  public var isRunning: Bool { isOpen && probe_status(handle) == -1 }

  /// Its peak resident memory in KiB, or nil when it has ended.
  public var peakResidentKiB: Int? {
    guard let file = fopen("/proc/\(process)/status", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let words = line.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }.split { $0.isWhitespace }
      if words.first == "VmHWM:" { return words.dropFirst().first.flatMap { Int($0) } }
    }
    return nil
  }
}
