import Glibc
import Phrases

extension Phrase {
  /// What an error number of the system means (errno(3)), in the reader's language; the system's own words where it is
  /// one that files hardly meet.
  public init(errno code: Int32) {
    switch code {
    case ENOENT: self.init(.systemNoFile)
    case EACCES: self.init(.systemNoAccess)
    case EPERM: self.init(.systemNotAllowed)
    case EISDIR: self.init(.systemIsFolder)
    case ENOTDIR: self.init(.systemNoFolder)
    case EEXIST: self.init(.systemExists)
    case ENOSPC: self.init(.systemNoSpace)
    case EDQUOT: self.init(.systemQuota)
    case EFBIG: self.init(.systemTooLarge)
    case EROFS: self.init(.systemReadOnly)
    case ENAMETOOLONG: self.init(.systemLongName)
    case ELOOP: self.init(.systemLinks)
    case EIO: self.init(.systemDevice)
    case EPIPE: self.init(.systemPipe)
    case EMFILE, ENFILE: self.init(.systemManyFiles)
    default: self.init(.systemOther, .text(String(cString: strerror(code))))
    }
  }
}
