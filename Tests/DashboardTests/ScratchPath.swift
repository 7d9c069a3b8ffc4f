import Foundation

/// A path of its own in the temporary folder, where nothing is yet: short, because screens of 80 columns show it whole.
func scratchPath() -> String { NSTemporaryDirectory() + "o-" + UUID().uuidString.prefix(8) }
