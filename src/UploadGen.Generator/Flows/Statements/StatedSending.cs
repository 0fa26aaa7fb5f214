using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>Says of ways to send a file that can be stated why no call does it.</summary>
internal static class StatedSending
{
    /// <summary>Why no call sends the file as is stated; null where one does.</summary>
    public static string? Problem(FlowStatement statement, MemberPath url)
    {
        var how = statement.Protocol switch
        {
            SendProtocol.Tus => "by the tus protocol",
            SendProtocol.Ranges => "in ranges of bytes",
            SendProtocol.Blocks => "in blocks",
            SendProtocol.Parts => "in parts, and it is no list of URLs",
            _ => null,
        };
        return how is null ? null
            : $"{statement.Name} says that the file goes to {url.JsonName} {how}, and no call sends it so yet. Its operations are generated; "
                + "send the file yourself between them";
    }
}
