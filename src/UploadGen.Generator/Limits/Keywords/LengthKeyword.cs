using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary>A least or greatest number of characters. The attribute says both.</summary>
internal abstract class LengthKeyword(string name) : CountKeyword(name, "minLength", "maxLength", Counted.Characters)
{
    public override IEnumerable<AttributeModel> Attributes(SchemaLimits limits, TypeRef type)
    {
        if (type is not ScalarType { Kind: Scalar.String } || limits.Value(Name) is null)
        {
            return [];
        }

        var most = Integer(limits, "maxLength") ?? (ArgumentModel)new ExtremeArgument(Scalar.Int32, IsLeast: false);
        var attribute = Attribute("CodePointLength", most);
        return Integer(limits, "minLength") is { } least
            ? [attribute with { Settings = new[] { new AttributeSetting("MinimumLength", least) }.ToEquatableArray() }]
            : [attribute];
    }
}
