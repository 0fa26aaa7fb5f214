using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Sending;

/// <summary>What the request that opens an upload says in every upload, because the protocol by which the file goes on wants it.</summary>
internal static class ProtocolTerms
{
    private const string TusVersion = "1.0.0";

    /// <param name="document">The document.</param>
    /// <param name="create">The operation that opens the upload.</param>
    /// <param name="protocol">The protocol.</param>
    public static IEnumerable<FoundArgument> Of(FlowDocument document, OperationModel create, UploadProtocol? protocol)
        => protocol != UploadProtocol.Tus ? [] : create.Parameters
            .Where(parameter => parameter.In == ParameterIn.Header && string.Equals(parameter.WireName, "Tus-Resumable", StringComparison.OrdinalIgnoreCase))
            .Select(parameter => FoundArgument.Parameter(parameter.Name, Version(document, parameter)));

    private static Origin Version(FlowDocument document, ParameterModel parameter)
        => document.Enum(parameter.Type) is { } listed && listed.Values.FirstOrDefault(value => value.Value == TusVersion) is { } one
            ? new EnumOrigin(listed, one)
            : new TextOrigin(TusVersion);
}
