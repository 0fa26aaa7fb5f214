using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Emission.Types;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Client;

/// <summary>The call that checks what a request is made of, so far as it doesn't check itself.</summary>
internal static class RequestChecks
{
    /// <summary>The statements that check the values, if any is limited. The request knows its operation, so places are relative to that.</summary>
    public static IEnumerable<Statement> Statements(OperationModel operation, ValueChecks checks)
        => PlacedStatement.Join(
            operation.CheckedValues
                .SelectMany(value => checks.Write(value.Type, value.Limits, value.WireName, value.Name))
                .Select(statement => statement with { Place = statement.Place?.RelativeTo(operation.Key) }));

    /// <summary>Writes the call.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="statements">What it does; without any there is no call.</param>
    /// <param name="end">What follows the call.</param>
    public static void Write(SourceWriter writer, IReadOnlyList<Statement> statements, string end)
    {
        if (statements.Count == 0)
        {
            return;
        }

        writer.Open($".Check((ref {Known.Validation} validation) =>");
        foreach (var statement in statements)
        {
            statement.Write(writer);
        }

        writer.Close(")" + end);
    }
}
