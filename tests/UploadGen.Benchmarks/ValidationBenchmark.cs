using System.ComponentModel.DataAnnotations;
using System.Globalization;
using UploadGen.Benchmarks.Limits;
using UploadGen.Benchmarks.Runflow;

namespace UploadGen.Benchmarks;

/// <summary>Checking valid requests: generated checks against <see cref="Validator"/> with the attributes of the same properties.</summary>
internal static class ValidationBenchmark
{
    private const int Repetitions = 1000;
    private const double Goal = 100;

    public static int Run()
    {
        var request = new CreateAssetUploadRequest { Filename = "perfume-bottle.png", MimeType = "image/png", SizeBytes = 1_234_567 };
        var product = new Product
        {
            P01 = "text",
            P02 = "text",
            P03 = "text",
            P04 = "text",
            P05 = "text",
            P06 = "text",
            P07 = "text",
            P08 = "text",
            P09 = "text",
            P10 = "text",
            P11 = 11,
            P12 = 12,
            P13 = 13,
            P14 = 14,
            P15 = 15,
            P16 = 16,
            P17 = 17,
            P18 = 18,
            P19 = 19,
            P20 = 20,
            P21 = 0.1,
            P22 = 0.2,
            P23 = 0.3,
            P24 = 0.4,
            P25 = 0.5,
            P26 = 0.6,
            P27 = 0.7,
            P28 = 0.8,
            P29 = ["a", "b"],
            P30 = ["c", "d"],
        };
        var isMet = Compare("Runflow's request", request);
        return Compare("a record of 30 members", product) && isMet ? 0 : 1;
    }

    private static bool Compare<T>(string what, T value) where T : class, IJsonModel<T>
    {
        var own = Measure(() => value.Validate().Count == 0);
        var standard = Measure(() => Validator.TryValidateObject(value, new ValidationContext(value), null, validateAllProperties: true));
        var factor = standard.Milliseconds / own.Milliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {what}:
              Validate()              {Nanoseconds(own),8:F0} ns, {own.Bytes / Repetitions} bytes allocated (goal: 0)
              TryValidateObject       {Nanoseconds(standard),8:F0} ns, {standard.Bytes / Repetitions} bytes allocated
              times faster            {factor,8:F0} (goal: {Goal})
            """));
        return own.Bytes / Repetitions == 0 && factor >= Goal;
    }

    private static Measurement Measure(Func<bool> isValid) => Measurement.Of(() =>
    {
        for (var i = 0; i < Repetitions; i++)
        {
            if (!isValid())
            {
                throw new InvalidOperationException("The value is valid, and was refused.");
            }
        }
    });

    private static double Nanoseconds(Measurement measurement) => measurement.Milliseconds * 1e6 / Repetitions;
}
