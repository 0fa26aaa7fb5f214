using Microsoft.OpenApi;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>Reads what the document itself states of flows: <c>x-uploadgen</c> on the operations that open them.</summary>
internal static class DocumentStatements
{
    public static FlowStatement? Find(FlowDocument document, OperationModel create)
    {
        if (document.Source(create)?.Extensions is not { } extensions || !extensions.TryGetValue(FlowStatement.Extension, out var extension))
        {
            return null;
        }

        var place = new StatementPlace(FlowDocument.PointerOf(create) + "/" + FlowStatement.Extension);
        return StatementReader.Read(document, create, (extension as JsonNodeExtension)?.Node, FlowStatement.Extension, place);
    }
}
