using UploadGen.Generator.Naming;
using UploadGen.Generator.Operations;

namespace UploadGen.Generator.Flows.Plans;

/// <summary>Names the call that does all of an upload.</summary>
internal static class CallName
{
    /// <summary><c>UploadAssetAsync</c>; <c>UploadAssetFileAsync</c> where the operation that opens the upload is called <c>uploadAsset</c> itself.</summary>
    /// <param name="clientMembers">The names of the client's members.</param>
    /// <param name="flow">The flow's name.</param>
    public static string Take(NameScope clientMembers, string flow)
    {
        var plain = "Upload" + flow;
        var isFile = flow.EndsWith("File", StringComparison.Ordinal);
        return clientMembers.Take(clientMembers.IsTaken(plain + OperationNames.Suffix) && !isFile ? plain + "File" : plain, OperationNames.Suffix);
    }
}
