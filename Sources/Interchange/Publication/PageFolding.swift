import Foundation
import Model

/// What a page has to know to find words as the program's own search does. It is asked of `Folding` itself, sign by
/// sign: what that learns, the pages of the next release know.
///
/// A page takes a text apart (NFKD, UAX #15) and makes each of its signs small, as any browser can; what `Folding` does
/// beyond that stands here.
enum PageFolding {
  /// What signs become that are not left as they are; many become nothing.
  static let folds: [(sign: Unicode.Scalar, text: String)] = signs.compactMap { sign in
    let text = String(sign)
    guard text.decomposedStringWithCompatibilityMapping.unicodeScalars.elementsEqual([sign]),
      text.lowercased() == text
    else { return nil }
    let folded = Folding.folded(text)
    return folded.unicodeScalars.elementsEqual([sign]) ? nil : (sign, folded)
  }

  /// From where to where each sign is a word of its own.
  static let ideographs: [ClosedRange<UInt32>] = {
    var ranges: [ClosedRange<UInt32>] = []
    for value in UInt32(0)...0x3FFFF {
      guard let sign = Unicode.Scalar(value), Folding.isIdeograph(sign) else { continue }
      if let last = ranges.last, last.upperBound + 1 == value {
        ranges[ranges.count - 1] = last.lowerBound...value
      } else {
        ranges.append(value...value)
      }
    }
    return ranges
  }()

  /// A text as a page folds it: the same steps as its script takes, for tests to hold to `Folding`.
  static func folded(_ text: String) -> String {
    let table = Dictionary(folds.map { ($0.sign, $0.text) }, uniquingKeysWith: { $1 })
    var folded = ""
    for sign in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
      for small in String(sign).lowercased().unicodeScalars { folded += table[small] ?? String(small) }
    }
    return folded
  }

  /// Those of the Basic Multilingual Plane that a text may hold; white space divides words whatever it is.
  private static var signs: some Sequence<Unicode.Scalar> {
    (UInt32(0x21)...0xFFFD).lazy.compactMap(Unicode.Scalar.init).filter { !$0.properties.isWhitespace }
  }
}
