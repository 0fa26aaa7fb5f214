using System.Globalization;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Text;

/// <summary>Arguments as C# constants.</summary>
internal static class ArgumentText
{
    public static string Write(ArgumentModel argument) => argument switch
    {
        NullArgument => "null",
        BooleanArgument { Value: var value } => value ? "true" : "false",
        TextArgument text => CSharpText.Literal(text.Value),
        IntegerArgument integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        NumberArgument number => Literal(number),
        ExtremeArgument extreme => Extreme(extreme),
        _ => throw new ArgumentOutOfRangeException(nameof(argument), "It is no constant."),
    };

    private static string Literal(NumberArgument number) => number.Kind switch
    {
        Scalar.Int32 => Number.Integer(number.Text)!.Value.ToString(CultureInfo.InvariantCulture),
        Scalar.Int64 => Number.Integer(number.Text)!.Value.ToString(CultureInfo.InvariantCulture) + "L",
        Scalar.UInt64 => Number.Decimal(number.Text)!.Value.ToString("F0", CultureInfo.InvariantCulture) + "UL",
        Scalar.Single => ((float)Number.Double(number.Text)!.Value).ToString("R", CultureInfo.InvariantCulture) + "F",
        Scalar.Double => Number.Double(number.Text)!.Value.ToString("R", CultureInfo.InvariantCulture) + "D",
        _ => Number.Decimal(number.Text)!.Value.ToString(CultureInfo.InvariantCulture) + "M",
    };

    private static string Extreme(ExtremeArgument extreme) => extreme.Kind switch
    {
        Scalar.Int32 => extreme.IsLeast ? "int.MinValue" : "int.MaxValue",
        Scalar.Int64 => extreme.IsLeast ? "long.MinValue" : "long.MaxValue",
        _ => extreme.IsLeast ? "double.NegativeInfinity" : "double.PositiveInfinity",
    };
}
