#include "CMail.h"

#include <gmime/gmime.h>

static GMimeMessage *message_of(MailReading *message) { return (GMimeMessage *)message; }
static GMimeObject *object_of(MailPart *part) { return (GMimeObject *)part; }

static void begin(void) {
  static gsize is_begun = 0;
  if (g_once_init_enter(&is_begun)) {
    g_mime_init();
    g_once_init_leave(&is_begun, 1);
  }
}

MailReading *mail_read(const uint8_t *bytes, size_t count) {
  begin();
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)bytes, count);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
  g_object_unref(parser);
  g_object_unref(stream);
  return (MailReading *)message;
}

void mail_free(MailReading *message) { g_object_unref(message); }

// MARK: Headers

static GMimeHeader *header(MailReading *message, int index) {
  return g_mime_header_list_get_header_at(g_mime_object_get_header_list(GMIME_OBJECT(message)), index);
}

int mail_header_count(MailReading *message) {
  return g_mime_header_list_get_count(g_mime_object_get_header_list(GMIME_OBJECT(message)));
}

const char *mail_header_name(MailReading *message, int index) { return g_mime_header_get_name(header(message, index)); }

const char *mail_header_value(MailReading *message, int index) {
  return g_mime_header_get_raw_value(header(message, index));
}

char *mail_words(const char *text) { return g_mime_utils_header_decode_text(NULL, text); }

bool mail_date(const char *text, int64_t *seconds) {
  GDateTime *date = g_mime_utils_header_decode_date(text);
  if (!date) return false;
  *seconds = g_date_time_to_unix(date);
  g_date_time_unref(date);
  return true;
}

// Groups hold no groups (RFC 5322, section 3.4); whoever writes them so is not followed for long.
static void take_all(InternetAddressList *list, int depth, void *context,
                     void (*take)(void *, const char *, const char *)) {
  int count = internet_address_list_length(list);
  for (int index = 0; index < count; index++) {
    InternetAddress *one = internet_address_list_get_address(list, index);
    if (INTERNET_ADDRESS_IS_GROUP(one)) {
      if (depth < 3) take_all(internet_address_group_get_members((InternetAddressGroup *)one), depth + 1, context, take);
    } else if (INTERNET_ADDRESS_IS_MAILBOX(one)) {
      const char *address = internet_address_mailbox_get_addr((InternetAddressMailbox *)one);
      if (address) take(context, internet_address_get_name(one), address);
    }
  }
}

void mail_people(const char *text, void *context, void (*take)(void *, const char *, const char *)) {
  InternetAddressList *list = internet_address_list_parse(NULL, text);
  if (!list) return;
  take_all(list, 0, context, take);
  g_object_unref(list);
}

// MARK: Parts

MailPart *mail_root(MailReading *message) { return (MailPart *)g_mime_message_get_mime_part(message_of(message)); }

bool mail_is_multipart(MailPart *part) { return GMIME_IS_MULTIPART(part); }

int mail_part_count(MailPart *part) { return g_mime_multipart_get_count((GMimeMultipart *)part); }

MailPart *mail_part(MailPart *part, int index) {
  return (MailPart *)g_mime_multipart_get_part((GMimeMultipart *)part, index);
}

MailReading *mail_inner(MailPart *part) {
  if (!GMIME_IS_MESSAGE_PART(part)) return NULL;
  return (MailReading *)g_mime_message_part_get_message((GMimeMessagePart *)part);
}

char *mail_type(MailPart *part) {
  GMimeContentType *type = g_mime_object_get_content_type(object_of(part));
  char *name = type ? g_mime_content_type_get_mime_type(type) : g_strdup("text/plain");
  char *small = g_ascii_strdown(name, -1);
  g_free(name);
  return small;
}

const char *mail_parameter(MailPart *part, const char *name) {
  return g_mime_object_get_content_type_parameter(object_of(part), name);
}

const char *mail_disposition(MailPart *part) { return g_mime_object_get_disposition(object_of(part)); }

const char *mail_filename(MailPart *part) {
  return GMIME_IS_PART(part) ? g_mime_part_get_filename((GMimePart *)part) : NULL;
}

uint8_t *mail_content(MailPart *part, size_t *count) {
  GMimeDataWrapper *content = GMIME_IS_PART(part) ? g_mime_part_get_content((GMimePart *)part) : NULL;
  if (!content) return NULL;
  GByteArray *bytes = g_byte_array_new();
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
  g_mime_stream_mem_set_owner((GMimeStreamMem *)stream, FALSE);
  g_mime_data_wrapper_write_to_stream(content, stream);
  g_object_unref(stream);
  *count = bytes->len;
  return g_byte_array_free(bytes, FALSE);
}

void mail_release(void *text) { g_free(text); }
