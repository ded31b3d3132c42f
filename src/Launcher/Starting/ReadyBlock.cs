using Spectre.Console;

namespace Hotline.Launcher.Starting;

/// <summary>The last thing a start says: where it is, and what to try.</summary>
internal static class ReadyBlock
{
    private const int Widest = 1000;

    public static int Print(Place place)
    {
        var gateway = Markup.Escape(place.Gateway);
        var flags = Flags(place);
        var text = new Markup(
            $"""
            [bold]Gateway[/]        {gateway}
            [bold]Try the API[/]    {gateway}/docs
            [bold]OpenAPI[/]        {gateway}/openapi/v1.json
            [bold]Sign in[/]        {gateway}/account/login   [grey]operator, supervisor, officer.<code> … password in cities/demo/accounts.yaml[/]
            [bold]Data and logs[/]  {Markup.Escape(place.Data)}

            [grey]# open a case, then look at it as the operator[/]
            curl -X POST {gateway}/api/v1/cases \
              -H "Authorization: Bearer $(./hotline token web{flags})" \
              -H "Idempotency-Key: $(date +%s)" -H "Content-Type: application/json" \
              -d '{Markup.Escape("""{"title":"路灯不亮","text":"人民路12号路灯三天不亮","citizen":{"name":"张三","phone":"13800000000"}}""")}'
            curl "{gateway}/api/v1/figures/headline" -H "Authorization: Bearer $(./hotline token operator{flags})"

            ./hotline status{flags}     ./hotline import <file>{flags}     ./hotline down{flags}
            """);
        Say.Out.Write(new Rule("[green bold]Hotline is ready[/]").LeftJustified().RuleStyle("green"));
        // Commands are there to be pasted: no frame around them, and no line break of ours within.
        Say.Out.Profile.Width = Widest;
        Say.Out.Write(text);
        Say.Out.WriteLine();
        return 0;
    }

    private static string Flags(Place place)
    {
        var data = place.Data == Path.Combine(place.Root, ".data") ? "" : $" --data {Markup.Escape(place.Data)}";
        return place.Gateway.EndsWith(":8890", StringComparison.Ordinal) ? data : $"{data} --port {place.Port}";
    }
}
