using Hotline.Insight;
using Hotline.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddHotlineDefaults(InsightService.Name);
builder.AddInsight();
builder.AddCaseDoor();

var app = builder.Build();
app.MapHotlineDefaults();
app.MapInsight();
await app.RunAsync();
