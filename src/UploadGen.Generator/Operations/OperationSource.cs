using Microsoft.OpenApi;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Operations;

/// <summary>An operation where it stands in the document.</summary>
internal sealed record OperationSource(string Id, string HttpMethod, string Path, string PathPointer, IOpenApiPathItem PathItem, OpenApiOperation Operation)
{
    public string Pointer => PathPointer + "/" + OperationKey.Member(HttpMethod);
}
