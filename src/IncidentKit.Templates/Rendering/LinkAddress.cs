using System.Buffers;
using System.Text;

namespace IncidentKit.Templates;

internal static class LinkAddress
{
    private static readonly SearchValues<char> Never = SearchValues.Create(" \n\"<>\\^`{|}");

    /// <summary>Null unless it is http, https or mailto. A value at the start may bring its own host; one further on is encoded.</summary>
    public static string? Of(string address, ValueTokens tokens)
    {
        var text = new StringBuilder();
        foreach (var (piece, isValue) in tokens.Split(address))
            text.Append(isValue && text.Length > 0 ? Uri.EscapeDataString(piece) : piece);
        var whole = text.ToString().Trim();
        if (whole.AsSpan().ContainsAny(Never) || !Uri.TryCreate(whole, UriKind.Absolute, out var uri))
            return null;
        var isKnown = uri.Scheme == Uri.UriSchemeMailto
            || ((uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0 && uri.UserInfo.Length == 0);
        return isKnown ? uri.AbsoluteUri : null;
    }
}
