using Spectre.Console;

namespace Quickstart.Output;

/// <summary>The console, for a person or for what reads a pipe.</summary>
internal static class Terminal
{
    // A pipe has no width to break lines at; what reads it wants whole lines.
    private const int PipeWidth = 1000;

    public static IAnsiConsole Console { get; } = System.Console.IsOutputRedirected ? Plain() : AnsiConsole.Console;

    /// <summary>Writes to standard output; the exit code is 0.</summary>
    public static int Say(string text)
    {
        System.Console.Out.WriteLine(text);
        return 0;
    }

    /// <summary>Writes to standard error; the exit code is 1.</summary>
    public static int Refuse(string text)
    {
        System.Console.Error.WriteLine(text);
        return 1;
    }

    private static IAnsiConsole Plain()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = PipeWidth;
        return console;
    }
}
