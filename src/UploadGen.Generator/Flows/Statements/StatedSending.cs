using UploadGen.Generator.Flows.Sending;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>What is stated about how a file goes to its URL.</summary>
internal static class StatedSending
{
    private static readonly Dictionary<SendProtocol, UploadProtocol> Protocols = new()
    {
        [SendProtocol.Tus] = UploadProtocol.Tus,
        [SendProtocol.ContentRanges] = UploadProtocol.ContentRanges,
        [SendProtocol.ExpectedRanges] = UploadProtocol.ExpectedRanges,
        [SendProtocol.Resumable] = UploadProtocol.HttpResumable,
        [SendProtocol.Blocks] = UploadProtocol.Blocks,
    };

    /// <summary>The way that is stated; null where none is.</summary>
    public static FoundSending? Way(FlowStatement statement)
    {
        const string Stated = "it is stated";
        if (Protocol(statement.Protocol) is { } protocol)
        {
            return FoundSending.By(protocol, Stated) with { IsEndpoint = statement.IsEndpoint };
        }

        return statement is { Method: not null } or { MethodMember: not null } or { IsForm: not null }
            ? new FoundSending(statement.IsForm == true ? SendWay.Form : SendWay.Put, Stated)
            : null;
    }

    /// <summary>Why no call sends the file as is stated; null where one does.</summary>
    public static string? Problem(FlowStatement statement, MemberPath url)
        => statement.Protocol == SendProtocol.Parts
            ? $"{statement.Name} says that the file goes to {url.JsonName} in parts, and it is no list of URLs. Its operations are generated; "
                + "send the file yourself between them"
            : null;

    /// <summary>The protocol that sends a file in several requests to one place; null where the way that is stated is none.</summary>
    public static UploadProtocol? Protocol(SendProtocol? stated)
        => stated is { } way && Protocols.TryGetValue(way, out var protocol) ? protocol : null;

    /// <summary>How a protocol is stated.</summary>
    public static string Word(UploadProtocol protocol) => Word(Protocols.Single(known => known.Value == protocol).Key);

    /// <summary>How a way is stated.</summary>
    public static string Word(SendProtocol way) => char.ToLowerInvariant(way.ToString()[0]) + way.ToString().Substring(1);
}
