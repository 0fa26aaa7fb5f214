namespace Quickstart;

/// <summary>The arguments of the program.</summary>
/// <param name="File">Path of the file to upload.</param>
/// <param name="Flows">The flows to run, in their order.</param>
internal sealed record CommandLine(string File, IReadOnlyList<FlowName> Flows)
{
    public const string Usage = """
        Usage: dotnet run --project samples/Quickstart [file] [--flow runflow|cyberun|images|parts|tus|all]

          file     what to upload; without it, the picture that comes with the sample
          --flow   runflow   create, PUT, confirm; then a run that uses the asset
                   cyberun   presign, PUT with signed headers
                   images    one multipart/form-data request
                   parts     create, PUT each part to a URL of its own, complete with the parts' ETags
                   tus       create, send by tus over a line that breaks, confirm
                   all       all five, which is the default
        """;

    private static readonly FlowName[] AllFlows = Enum.GetValues<FlowName>();

    private static string Picture => Path.Combine(AppContext.BaseDirectory, "perfume-bottle.png");

    public static bool AsksForHelp(IEnumerable<string> arguments) => arguments.Any(argument => argument is "-h" or "--help");

    /// <summary>Reads the arguments, or tells what is wrong with them.</summary>
    public static CommandLine? Parse(IReadOnlyList<string> arguments, out string problem)
    {
        string? file = null;
        var flows = AllFlows;
        problem = "";
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--flow")
            {
                var name = ++i < arguments.Count ? arguments[i] : "";
                flows = FindFlows(name);
                if (flows.Length == 0)
                {
                    problem = $"There is no flow '{name}'.";
                }
            }
            else if (arguments[i].StartsWith('-'))
            {
                problem = $"There is no option '{arguments[i]}'.";
            }
            else
            {
                if (file is not null)
                {
                    problem = $"One file is uploaded at a time; '{file}' and '{arguments[i]}' are two.";
                }

                file = arguments[i];
            }

            if (problem.Length > 0)
            {
                return null;
            }
        }

        return new CommandLine(file ?? Picture, flows);
    }

    private static FlowName[] FindFlows(string name)
        => name == "all" ? AllFlows : [.. AllFlows.Where(flow => name.Equals(flow.ToString(), StringComparison.OrdinalIgnoreCase))];
}
