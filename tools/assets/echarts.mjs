// The parts of Apache ECharts that the pages use, and no others.
export { init, registerMap, use } from "echarts/core";
import { use } from "echarts/core";
import { CustomChart, GraphChart, HeatmapChart, LineChart, MapChart, ScatterChart } from "echarts/charts";
import { DataZoomInsideComponent, GeoComponent, GridComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";

use([
  CustomChart, GraphChart, HeatmapChart, LineChart, MapChart, ScatterChart,
  DataZoomInsideComponent, GeoComponent, GridComponent, TooltipComponent, VisualMapComponent,
  CanvasRenderer,
]);
