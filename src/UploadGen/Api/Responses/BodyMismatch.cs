namespace UploadGen.Core;

/// <summary>What is said of a body that isn't what the document describes.</summary>
internal static class BodyMismatch
{
    /// <summary>Where it isn't, as a JSON path or an XPath, as far as a message may show it. To be asked when the request's secrets are known.</summary>
    public static string ShownPath(Exception mismatch, ApiExchange exchange) => mismatch switch
    {
        JsonBodyException json => exchange.Shown(json.Path),
        XmlBodyException xml => exchange.ShownXPath(xml.Path),
        _ => throw new ArgumentOutOfRangeException(nameof(mismatch)),
    };
}
