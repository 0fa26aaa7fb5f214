using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Emission.Types;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Operations;

namespace UploadGen.Generator.Emission.Client;

/// <summary>The call that checks what a request is made of, so far as it doesn't check itself.</summary>
internal static class RequestChecks
{
    /// <summary>The call, or nothing where nothing is limited.</summary>
    public static IEnumerable<string> Call(OperationModel operation, Checks checks, PatternFields patterns)
    {
        var limits = new LimitChecks(checks, patterns);
        var name = operation.MethodName.Substring(0, operation.MethodName.Length - OperationNames.Suffix.Length);
        var lines = Values(operation)
            .SelectMany(value => limits.Of(Declared(value.Type, value.IsRequired), value.Limits, value.WireName, value.Name, name + CSharpName.Pascal(value.Name, "Value")));
        var statements = checks.Places.Of(lines).ToList();
        if (statements.Count > 0)
        {
            yield return $".Check((ref {Known.Validation} validation) =>\n{{\n    {string.Join("\n", statements).Replace("\n", "\n    ")}\n}})";
        }
    }

    private static IEnumerable<(string WireName, string Name, TypeRef Type, bool IsRequired, LimitsModel Limits)> Values(OperationModel operation)
        => operation.Parameters
            .Select(parameter => (parameter.WireName, parameter.Name, parameter.Type, parameter.IsRequired, parameter.Limits))
            .Concat(operation.Body switch
            {
                FormBodyModel form => form.Fields.Where(field => !field.IsFile).Select(field => (field.WireName, field.Name, field.Type, field.IsRequired, field.Limits)),

                // A type of its own checks itself.
                JsonBodyModel { Type: var type } json when type.AsNonNullable() is not NamedType { IsValueType: false } => [("", json.Parameter, type, json.IsRequired, json.Limits)],
                _ => [],
            });

    /// <summary>The type of the method's parameter.</summary>
    private static TypeRef Declared(TypeRef type, bool isRequired) => isRequired ? type.AsNonNullable() : type.AsNullable();
}
