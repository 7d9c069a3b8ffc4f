/// The texts that cells name by number (ISO/IEC 29500-1, 18.4.9), one after the other in one block of memory.
struct SharedStrings: Sendable {
  private var bytes: [UInt8] = []
  /// Where each ends.
  private var ends: [Int] = []
  private var overlong: Set<Int> = []

  /// In bytes.
  var size: Int { bytes.count + 8 * ends.count }

  /// - Parameter text: nil for one that is too long to keep.
  fileprivate mutating func append(_ text: [UInt8]?) {
    if let text { bytes += text } else { overlong.insert(ends.count) }
    ends.append(bytes.count)
  }

  enum Item {
    case text(String)
    case overlong
    case missing
  }

  func item(_ number: Int) -> Item {
    guard ends.indices.contains(number) else { return .missing }
    if !overlong.isEmpty, overlong.contains(number) { return .overlong }
    let start = number == 0 ? 0 : ends[number - 1]
    return .text(
      bytes.withUnsafeBufferPointer {
        String(decoding: UnsafeBufferPointer(rebasing: $0[start..<ends[number]]), as: UTF8.self)
      })
  }
}

/// Reads the part that holds them.
final class XLSXSharedStrings: XMLHandler {
  private let item = XMLKey(.sheet, "si")
  private let limits: WorkbookLimits
  private var reader: XLSXTextReader
  private var isInItem = false
  private(set) var strings = SharedStrings()

  init(_ limits: WorkbookLimits) {
    self.limits = limits
    reader = XLSXTextReader(limits)
  }

  override func start(_ name: XMLKey, _ attributes: XMLAttributes) {
    if isInItem { return reader.start(name, attributes) }
    guard name == item else { return }
    isInItem = true
    reader.clear()
  }

  override func end(_ name: XMLKey) {
    guard isInItem else { return }
    guard name == item else { return reader.end(name) }
    isInItem = false
    strings.append(reader.buffer.isOverlong ? nil : reader.bytes)
    if strings.size > limits.sharedBytes { failure = .tooLarge }
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) { if isInItem { reader.text(piece) } }
}
