import CSystem
import Glibc

/// Ends of terminals that whoever started the program left open in it.
///
/// yasr 0.6.9 hands the end by which it holds a terminal on to the program that it starts there. As long as anybody holds that
/// end the terminal does not hang up: with yasr gone the program would hold itself, and the store, for ever.
public enum StrayMasters {
  /// Closes them; files and pipes that somebody handed over on purpose stay.
  public static func close() {
    for descriptor in 3..<Int32(64) where system_is_master(descriptor) {
      Glibc.close(descriptor)
    }
  }
}
