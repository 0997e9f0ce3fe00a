using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace IncidentKit;

internal static class DocumentText
{
    /// <summary>The JSON document in a text of UTF-8, with or without a byte order mark.</summary>
    /// <exception cref="DocumentException">The text is no UTF-8, or no JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, string source)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        if (IsUtf16(utf8.Span))
            throw new DocumentException(source, [new DocumentFault("line 1", "the text is in UTF-16: save the file as UTF-8")]);
        if (!Utf8.IsValid(utf8.Span))
            throw new DocumentException(source, [BadByte(utf8.Span)]);
        try
        {
            return JsonDocument.Parse(
                utf8,
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException e)
        {
            throw new DocumentException(source,
            [
                new DocumentFault($"line {e.LineNumber + 1}", "this is no JSON: " + e.Message.Split(" LineNumber:")[0].Split(" Path:")[0]),
            ]);
        }
    }

    // JSON begins with a character of ASCII, which in UTF-16 has a zero beside it.
    private static bool IsUtf16(ReadOnlySpan<byte> text) =>
        text is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, _, ..] or [_, 0, ..];

    private static DocumentFault BadByte(ReadOnlySpan<byte> text)
    {
        var line = 1;
        while (Rune.DecodeFromUtf8(text, out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            line += rune.Value == '\n' ? 1 : 0;
            text = text[length..];
        }

        return new DocumentFault(
            string.Create(CultureInfo.InvariantCulture, $"line {line}"),
            string.Create(CultureInfo.InvariantCulture, $"the byte 0x{text[0]:X2} is no UTF-8 here: save the file as UTF-8"));
    }
}
