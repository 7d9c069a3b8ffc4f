// Messages of mail by GMime, without its types: what is read of one, and nothing else.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct MailReading MailReading;
typedef struct MailPart MailPart;

/// NULL where the bytes are no message; to be freed. The bytes are read once, in time that grows as they do.
MailReading *mail_read(const uint8_t *bytes, size_t count);
void mail_free(MailReading *message);

int mail_header_count(MailReading *message);
const char *mail_header_name(MailReading *message, int index);
/// As it stands there, in any charset, with its folds.
const char *mail_header_value(MailReading *message, int index);

/// UTF-8 with its encoded words read (RFC 2047); to be freed by `mail_release`.
char *mail_words(const char *text);
/// Whether a text is a date (RFC 5322, sections 3.3 and 4.3).
bool mail_date(const char *text, int64_t *seconds);
/// Hands over the mailboxes of a list, those of groups too; `name` is NULL where there is none.
void mail_people(const char *text, void *context, void (*take)(void *context, const char *name, const char *address));

MailPart *mail_root(MailReading *message);
bool mail_is_multipart(MailPart *part);
int mail_part_count(MailPart *part);
MailPart *mail_part(MailPart *part, int index);
/// The message that a part holds; NULL where it holds none. It is the part's.
MailReading *mail_inner(MailPart *part);
/// `text/plain`, in small letters; to be freed by `mail_release`.
char *mail_type(MailPart *part);
/// Of `Content-Type`; NULL where it is not said.
const char *mail_parameter(MailPart *part, const char *name);
/// NULL where none is said.
const char *mail_disposition(MailPart *part);
const char *mail_filename(MailPart *part);
/// What a part holds, without its transfer encoding; NULL where it holds nothing. To be freed by `mail_release`.
uint8_t *mail_content(MailPart *part, size_t *count);

void mail_release(void *text);
